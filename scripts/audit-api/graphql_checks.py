"""What schemathesis needs to know of Cairn's GraphQL, and what it does not look for by itself."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

# A file cannot stand in JSON: whatever stands there has to be refused, not to break anything.
schemathesis.graphql.scalar("Upload", st.text().map(nodes.String))


@schemathesis.check
def no_defect(ctx, response, case):
    """A GraphQL answer that has the form of one, and no defect of the server behind a status of 200."""
    assert response.status_code < 500, f"status {response.status_code}"
    answer = response.json()
    assert isinstance(answer, dict) and ("data" in answer or "errors" in answer), "no GraphQL answer"
    for error in answer.get("errors", []):
        code = error.get("extensions", {}).get("code")
        assert isinstance(code, str), f"an error without a code: {error}"
        assert code != "INTERNAL_SERVER_ERROR", f"a defect: {error}"
