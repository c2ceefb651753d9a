"""The base of every value: frozen, closed, documented by its attributes."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen record; unknown fields are an error, and attribute docstrings are its schema's descriptions."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False, str_strip_whitespace=True
    )
