import type { EngineId } from "../../schema/schema-model.ts";
import { heading } from "./print.ts";
import { engineFixture, sessionInSavepoints } from "./sqlalchemy-fixtures.ts";

/** conftest.py: an engine for all tests, a session that is undone after each, and the project's rows for who asks. */
export const pytestFixtures = (engine: EngineId, address: string): string => `${heading}import os

import pytest
from sqlalchemy import create_engine, event, insert
from sqlalchemy.orm import Session

from rows import ROWS


${engineFixture(engine, address)}


@pytest.fixture
def session(engine):
    """A session whose changes are undone after the test, even those that it commits."""
    connection = engine.connect()
    outer = connection.begin()
    ${sessionInSavepoints}
    outer.rollback()
    connection.close()


@pytest.fixture
def rows(session):
    """The project's rows, in the session's tables until the test ends."""
    for model, values in ROWS:
        session.execute(insert(model.__table__), values)
    return ROWS
`;
