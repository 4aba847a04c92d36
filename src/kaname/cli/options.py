"""The options of a command made from the fields of a design: flag, type, default, help.

Reads: the metadata of a dataclass (study.options). Writes: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from inspect import Parameter, signature
from typing import Annotated, Any, get_type_hints

import typer

from kaname.study.options import Option, options_of


def with_options(design: type[Any], of_future: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command, in place of its `**options`, an option for every field of a design that has one.

    of_future: only those on which a single future depends. The command gets the typed values by field; `design_values`
    turns them into those of the design.
    """

    def dressed(command: Callable[..., Any]) -> Callable[..., Any]:
        own = signature(command, eval_str=True)
        kept = [parameter for parameter in own.parameters.values() if parameter.kind is not Parameter.VAR_KEYWORD]
        made = [_parameter(design, name, option) for name, option in options_of(design, of_future).items()]
        command.__signature__ = own.replace(parameters=[*kept[:2], *made, *kept[2:]])  # type: ignore[attr-defined]
        return command

    return dressed


def design_values(design: type[Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a design's fields from what was typed: words by commas as tuples, bare flags as what they
    mean.
    """
    defaults = {field.name: field.default for field in fields(design)}
    return {
        name: _value(made, typed[name], defaults[name]) for name, made in options_of(design).items() if name in typed
    }


def _value(made: Option, typed: Any, default: Any) -> Any:
    if made.bare:
        return made.on if typed else default
    return tuple(filter(None, map(str.strip, typed.split(",")))) if isinstance(default, tuple) else typed


def _parameter(design: type[Any], name: str, made: Option) -> Parameter:
    default = next(field.default for field in fields(design) if field.name == name)
    kind = get_type_hints(design)[name]
    if made.bare:
        kind, default = bool, False
    elif isinstance(default, tuple):
        kind, default = str, ",".join(default)
    annotated = Annotated[kind, typer.Option(made.flag, help=made.help)]  # type: ignore[valid-type]
    return Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=annotated)
