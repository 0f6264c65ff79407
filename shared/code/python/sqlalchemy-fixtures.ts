import type { EngineId } from "../../schema/schema-model.ts";

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

/** A fixture of pytest: the engine, whose address a variable holds. */
export const engineFixture = (engine: EngineId, address: string): string => `@pytest.fixture(scope="session")
def engine():
    """One engine for all tests; ${address} says where."""
    engine = create_engine(os.environ["${address}"])
${engine === "sqlite" ? sqliteTransactions : ""}
    yield engine
    engine.dispose()`;

/** In a fixture: a session whose commits end savepoints of the transaction that is undone after the test. */
export const sessionInSavepoints = `session = Session(bind=connection)
    connection.begin_nested()

    @event.listens_for(session, "after_transaction_end")
    def next_savepoint(_session, _ended):
        if connection.in_transaction() and not connection.in_nested_transaction():
            connection.begin_nested()

    yield session
    session.close()`;
