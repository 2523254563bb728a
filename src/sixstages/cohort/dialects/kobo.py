"""KoboToolbox and ODK: names or labels, perhaps behind groups; a cell of all picks, a column an option, or both."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="kobo",
    marks=(
        "_id", "_uuid", "_submission_time", "_validation_status", "_status", "_submitted_by", "__version__",
        "_version_",
        "_index", "_notes", "_tags", "_attachments", "_geolocation", "_xform_id_string", "meta/instanceID",
        "meta/rootUuid", "meta/deprecatedID", "formhub/uuid", "SubmissionDate", "instanceID", "SubmitterID",
        "SubmitterName", "AttachmentsPresent", "ReviewState",
    ),
    own=(
        "start", "end", "today", "deviceid", "username", "simserial", "subscriberid", "phonenumber", "audit", "KEY",
        "meta/instanceName", "instanceName", "_parent_index", "_parent_table_name", "AttachmentsExpected", "Status",
        "DeviceID", "Edits", "FormVersion",
    ),
    option_columns=("{question}/{option}",),
    group="/",
    spaced=True,
)  # fmt: skip
