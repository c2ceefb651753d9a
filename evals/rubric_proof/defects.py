"""The table of defects: each puts one thing wrong into a good campaign, and names the criterion that must see it."""

from dataclasses import dataclass

from core.pack import PartName
from evals.rubric_proof import edits as by
from evals.rubric_proof import texts
from evals.rubric_proof.packs import Campaign


@dataclass(frozen=True)
class Defect:
    """One thing that is wrong."""

    name: str
    part: PartName
    meant: str
    """The criterion that is about it."""
    edit: by.Edit
    text: texts.Texts | str = ""
    """What the edit writes, per language or for all of them."""

    def put_into(self, campaign: Campaign) -> Campaign | None:
        """Return the campaign with this defect, or None where it cannot have it."""
        text = self.text if isinstance(self.text, str) else self.text.get(campaign.language)
        changed = campaign if text is None else self.edit(campaign, self.part, text)
        return None if changed == campaign else changed


DEFECTS: tuple[Defect, ...] = (
    Defect("a subject that pretends a reply", "subject_lines", "honest", by.line, "Re: {}"),
    Defect("a subject that pretends a forward", "subject_lines", "honest", by.line, "FWD: {}"),
    Defect("a subject that pretends a German reply", "subject_lines", "honest", by.line, "AW: {}"),
    Defect("a subject in capitals", "subject_lines", "plain_form", by.shouted_line),
    Defect("a subject with an exclamation mark", "subject_lines", "plain_form", by.line, "{}!"),
    Defect("a subject with an emoji", "subject_lines", "plain_form", by.line, "{} 🚀"),
    Defect("a subject that waves money", "subject_lines", "plain_form", by.line, "$$$ {}"),
    Defect("a subject too long", "subject_lines", "length", by.line, "{}, {}, {}, {}"),
    Defect("a subject without a word", "subject_lines", "length", by.line, "…"),
    Defect("a subject that everybody sends", "subject_lines", "stock", by.line, texts.STOCK),
    Defect("a subject of bulk mail", "subject_lines", "bulk_phrases", by.line, texts.BULK_SUBJECT),
    Defect("a subject that is the seller's name", "subject_lines", "more_than_a_name", by.sellers_name),
    Defect("a subject that breaks off", "subject_lines", "whole_phrase", by.line, texts.CUT_SUBJECT),
    Defect("a subject with a figure of its own", "subject_lines", "grounded", by.line, "{} 97%"),
    Defect("a subject with a stranger's name", "subject_lines", "grounded", by.line, texts.STRANGER_SUBJECT),
    Defect("another company's subject", "subject_lines", "grounded", by.strangers_line),
    Defect("a subject with an unknown field", "subject_lines", "merge_fields", by.line, "{{pain_point}}, {}"),
    Defect("a subject with a blank", "subject_lines", "merge_fields", by.line, "{} [Company]"),
    Defect("two equal subjects", "subject_lines", "different", by.same_line),
    Defect("two subjects on one angle", "subject_lines", "angles", by.same_angle),
    Defect("a first email too short", "outreach", "length", by.question_alone),
    Defect("a first email too long", "outreach", "length", by.all_facts),
    Defect("a sentence of over 35 words", "outreach", "longest_sentence", by.one_sentence),
    Defect("hard to read (English)", "outreach", "reading_grade", by.opening_instead, texts.HARD),
    Defect("nothing but “we” (English)", "outreach", "you_vs_we", by.opening_instead, texts.WE_ONLY),
    Defect("an email of any company", "outreach", "specificity", by.lookalike),
    Defect("an email that proves nothing", "outreach", "proof", by.told_instead),
    Defect("another language", "outreach", "language", by.told_instead, texts.FOREIGN),
    Defect("no question", "outreach", "one_question", by.without_questions),
    Defect("three questions", "outreach", "one_question", by.added, texts.QUESTIONS),
    Defect("a request for a meeting", "outreach", "soft_ask", by.ended, texts.MEETING),
    Defect("a request for a time slot", "outreach", "soft_ask", by.ended, texts.SLOT),
    Defect("no greeting", "outreach", "greeting_and_signature", by.no_greeting),
    Defect("no signature", "outreach", "greeting_and_signature", by.no_signature),
    Defect("a link", "outreach", "plain_text", by.added, "https://www.more.example/demo"),
    Defect("a mail address", "outreach", "plain_text", by.added, "sales@more.example"),
    Defect("a phone number", "outreach", "plain_text", by.added, "+49 221 4710 214"),
    Defect("HTML", "outreach", "plain_text", by.added, "<b>!</b>"),
    Defect("Markdown", "outreach", "plain_text", by.added, "**!**"),
    Defect("an unknown merge field", "outreach", "merge_fields", by.added, "{{pain_point}}"),
    Defect("another platform's merge field", "outreach", "merge_fields", by.added, "*|FNAME|*"),
    Defect("a blank to fill in", "outreach", "merge_fields", by.added, "[Company]"),
    Defect("a phrase of bulk mail", "outreach", "bulk_phrases", by.added, texts.BULK),
    Defect("words that boast", "outreach", "hype", by.added, texts.HYPE),
    Defect("an opening that says nothing", "outreach", "filler", by.opened, texts.FILLER),
    Defect("a general truth", "outreach", "no_aphorism", by.added, texts.APHORISM),
    Defect("a question that could close any email", "outreach", "no_aphorism", by.ended, texts.ANY_QUESTION),
    Defect("a question after the right person", "outreach", "no_aphorism", by.ended, texts.WHO),
    Defect("an opening that points at nothing", "outreach", "leans_on_nothing", by.opened, texts.DANGLING),
    Defect("a fragment without a verb", "outreach", "whole_sentences", by.added, texts.FRAGMENT),
    Defect("a presumption about the recipient", "outreach", "grounded", by.added, texts.PRESUMPTION),
    Defect("a loss of the recipient's, as if known", "outreach", "grounded", by.added, texts.LOSS),
    Defect("an invented number", "outreach", "grounded", by.claimed, texts.INVENTED_NUMBER),
    Defect("a changed number", "outreach", "grounded", by.other_figure),
    Defect("an invented customer", "outreach", "grounded", by.claimed, texts.INVENTED_CUSTOMER),
    Defect("an invented service", "outreach", "grounded", by.claimed, texts.INVENTION),
    Defect("an unproven promise", "outreach", "grounded", by.claimed, texts.PROMISE),
    Defect("another company's claim", "outreach", "grounded", by.strangers_claim),
    Defect("another company's claim, nothing cited", "outreach", "grounded", by.strangers_claim_uncited),
    Defect("a follow-up too short", "follow_up", "length", by.question_alone),
    Defect("a follow-up longer than the first", "follow_up", "length", by.all_facts),
    Defect("a follow-up that copies the first", "follow_up", "new_angle", by.first_again),
    Defect("a follow-up without a new fact", "follow_up", "new_fact", by.first_facts_again),
    Defect("a follow-up of any company", "follow_up", "new_fact", by.lookalike),
    Defect("“just following up”", "follow_up", "no_reproach", by.opened, texts.BUMP),
    Defect("a guilt trip", "follow_up", "no_reproach", by.opened, texts.GUILT),
    Defect("a follow-up on the next day", "follow_up", "days", by.after_days, "1"),
    Defect("a follow-up after 30 days", "follow_up", "days", by.after_days, "30"),
    Defect("a follow-up without a question", "follow_up", "one_question", by.without_questions),
    Defect("a follow-up that asks for a meeting", "follow_up", "soft_ask", by.ended, texts.MEETING),
    Defect("a follow-up with an invention", "follow_up", "grounded", by.claimed, texts.INVENTION),
    Defect("a follow-up with a phrase of bulk mail", "follow_up", "bulk_phrases", by.added, texts.BULK),
    Defect("a follow-up with a link", "follow_up", "plain_text", by.added, "www.more.example"),
    Defect("a follow-up with an unknown field", "follow_up", "merge_fields", by.added, "{{pain_point}}"),
)  # fmt: skip
