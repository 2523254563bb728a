"""`sixstages schema`: JSON Schemas for editors and other checkers."""

from __future__ import annotations

from typing import Annotated

import typer

from sixstages.cli.options import Output, write
from sixstages.cli.session import Session


def schema(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Which schema; without it, which ones there are.", show_default=False),
    ] = None,
    *,
    output: Output = None,
) -> int:
    """Give a JSON Schema of a YAML file or of a JSON report, as editors read it."""
    from sixstages import schemas

    session: Session = context.obj
    if name is None:
        write(session, schemas.listed(), output)
        return 0
    if name not in schemas.SCHEMAS:
        message = f'"{name}" is not one of the schemas: {", ".join(schemas.SCHEMAS)}.'
        raise typer.BadParameter(message, param_hint="NAME")
    write(session, schemas.written(name), output)
    return 0
