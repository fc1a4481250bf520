"""The kit plugin writers inherit: the contract of plugins, rule cases as data, stand-ins, blank documents.

A plugin's whole test of the contract is one class:

```python
from pathlib import Path

from frameworks_core.testing import PluginContract
from frameworks_my_model import plugin


class TestContract(PluginContract):
    plugin = plugin
    cases = Path(__file__).parent / "cases"
```

`document_of` and `answer_to` build documents for your own tests; `frameworks_core.testing.fixtures` has pytest fixtures that
check and convert them. Documents for property tests are in `frameworks_core.testing.strategies`, which is not imported here because
it needs hypothesis.
"""

import pytest

# The kit's checks are plain asserts; pytest explains them only in modules it is told of before their import.
pytest.register_assert_rewrite("frameworks_core.testing.contract")

from frameworks_core.forms.blank import blank_document  # noqa: E402  # after the line above, as it must be
from frameworks_core.testing.builders import answer_to, document_of  # noqa: E402
from frameworks_core.testing.cases import Case, CaseFileError, load_cases  # noqa: E402
from frameworks_core.testing.contract import PluginContract  # noqa: E402
from frameworks_core.testing.fakes import fake_distribution  # noqa: E402
from frameworks_core.testing.plain_words import office_words  # noqa: E402
from frameworks_core.testing.schema_subset import unsafe_parts  # noqa: E402

__all__ = [
    "Case",
    "CaseFileError",
    "PluginContract",
    "answer_to",
    "blank_document",
    "document_of",
    "fake_distribution",
    "load_cases",
    "office_words",
    "unsafe_parts",
]
