"""REDCap: names of fields, codes, and for several picks a field a choice with 0 or 1; or labels for all of it."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="redcap",
    title="REDCap",
    marks=(
        "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance",
        "redcap_data_access_group", "redcap_survey_identifier", "Repeat Instrument", "Repeat Instance",
        "Data Access Group", "Survey Identifier", "Survey Timestamp",
    ),
    own=("record_id", "Record ID", "Event Name", "Complete?"),
    own_forms=(r"\w+_timestamp", r"\w+_complete"),
    option_marks=("{question}___{option}", "{question} (choice={option})"),
)  # fmt: skip
