"""KoboToolbox and ODK: names or labels, perhaps behind groups; a cell of all picks, a column an option, or both."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="kobo",
    title="KoboToolbox / ODK",
    marks=(
        "_uuid", "_submission_time", "_validation_status", "_submitted_by", "__version__", "_xform_id_string",
        "meta/instanceID",
        "meta/rootUuid", "meta/deprecatedID", "formhub/uuid", "SubmissionDate", "instanceID", "SubmitterID",
        "SubmitterName", "AttachmentsPresent", "ReviewState",
    ),
    own=(
        "_id", "_status", "_version_", "_index", "_notes", "_tags", "_attachments", "_geolocation",
        "start", "end", "today", "deviceid", "username", "simserial", "subscriberid", "phonenumber", "audit", "KEY",
        "meta/instanceName", "instanceName", "_parent_index", "_parent_table_name", "AttachmentsExpected", "Status",
        "DeviceID", "Edits", "FormVersion",
    ),
    option_marks=("{question}/{option}",),
    spaced=True,
)  # fmt: skip
