revision = "b"
down_revision = "a"

def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("i", "t", ["c"], postgresql_concurrently=True)
