revision = "a"
down_revision = None

def upgrade():
    op.create_index("i", "t", ["c"], postgresql_concurrently=True)
