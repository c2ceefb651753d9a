"""What can go wrong with an experiment and that a caller is told about.

Problem
├── InvalidRequest         422
│   └── InvalidExperiment  422  variants, weights or a change of them that no test can be made of
├── WrongTransition        409  the experiment's state does not allow this
├── UnverifiedWebhook      401  the sender could not be shown to be the provider
└── UnreadableWebhook      400  the provider's, but not in a form that it documents
"""

from core.problems import InvalidRequest, Problem


class InvalidExperiment(InvalidRequest):
    code = "invalid_experiment"
    title = "No honest test can be made of this"


class WrongTransition(Problem):
    code = "wrong_transition"
    status = 409
    title = "The experiment's state does not allow this"


class UnverifiedWebhook(Problem):
    code = "unverified_webhook"
    status = 401
    title = "The webhook could not be verified"


class UnreadableWebhook(Problem):
    code = "unreadable_webhook"
    status = 400
    title = "The webhook could not be read"
