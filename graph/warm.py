"""Load what the first run of a process would otherwise wait for."""

from py3langid.langid import rank

from experiments.planning import sample_size


def warm_up() -> None:
    """Load the statistics (about 1 s) and the language model of py3langid (about 0.5 s); meant for a thread."""
    sample_size(1.0)
    rank("the language of this sentence")
