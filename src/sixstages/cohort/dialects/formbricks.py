"""Formbricks: numbered questions behind columns about the response, picks joined by `; `."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="formbricks",
    title="Formbricks",
    marks=("No.", "Response ID", "Timestamp", "Finished", "Survey ID", "Formbricks ID (internal)"),
    enough=3,
    own=(
        "User ID", "Person ID", "Contact ID", "Notes", "Tags", "Quotas", "Verified Email",
        "url", "source", "country", "action", "language", "ipAddress",
    ),
    own_forms=(r"(variable|hidden field|useragent) ?[-:] ?.+",),
)  # fmt: skip
