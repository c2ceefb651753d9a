"""A prompt made smaller for a model whose window it does not fit."""

from core.llm.prompt import Prompt, fence, fenced_data


def shortened(prompt: Prompt) -> Prompt | None:
    """Return the prompt with the heavier half of the company's facts, in their order; None with fewer than two."""
    company = fenced_data(prompt.system).get("company")
    if not isinstance(company, dict) or len(facts := company.get("facts", [])) < 2:
        return None
    heaviest = sorted(range(len(facts)), key=lambda at: -facts[at].get("weight", 0))[: len(facts) // 2]
    less = company | {"facts": [facts[at] for at in sorted(heaviest)]}
    system = prompt.system.replace(fence("company", company), fence("company", less))
    return prompt.model_copy(update={"system": system})
