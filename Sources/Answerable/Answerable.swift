// One import for all of Answerable's parts.
@_exported import Batches
@_exported import BuiltIn
@_exported import Cases
@_exported import Documents
@_exported import Letters
@_exported import Linting
@_exported import Replies
@_exported import Requests
@_exported import SourceText
@_exported import Templating
@_exported import WorkingDays
