"""Tables of what residents asked about their data, one file a subject."""

from b2b.privacy.models.rights import DataCopy, DataRequest, Erasure, ErasureMark

__all__ = ["DataCopy", "DataRequest", "Erasure", "ErasureMark"]
