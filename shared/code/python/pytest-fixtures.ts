import type { EngineId } from "../../schema/schema-model.ts";
import { heading } from "./print.ts";

// Python's driver for SQLite begins transactions by itself, and none for a savepoint: it is told to leave that to SQLAlchemy.
const sqliteTransactions = `
    @event.listens_for(engine, "connect")
    def leave_transactions_alone(connection, _record):
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN")
`;

/** conftest.py: an engine for all tests, a session that is undone after each, and the project's rows for who asks. */
export const pytestFixtures = (engine: EngineId, address: string): string => `${heading}import os

import pytest
from sqlalchemy import create_engine, event, insert
from sqlalchemy.orm import Session

from rows import ROWS


@pytest.fixture(scope="session")
def engine():
    """One engine for all tests; ${address} says where."""
    engine = create_engine(os.environ["${address}"])
${engine === "sqlite" ? sqliteTransactions : ""}
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine):
    """A session whose changes are undone after the test, even those that it commits."""
    connection = engine.connect()
    outer = connection.begin()
    session = Session(bind=connection)
    connection.begin_nested()

    @event.listens_for(session, "after_transaction_end")
    def next_savepoint(_session, _ended):
        if connection.in_transaction() and not connection.in_nested_transaction():
            connection.begin_nested()

    yield session
    session.close()
    outer.rollback()
    connection.close()


@pytest.fixture
def rows(session):
    """The project's rows, in the session's tables until the test ends."""
    for model, values in ROWS:
        session.execute(insert(model.__table__), values)
    return ROWS
`;
