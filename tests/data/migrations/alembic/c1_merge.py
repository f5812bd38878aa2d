"""merge

Revision ID: c1
Revises: b1, b2
Create Date: 2026-11-26 02:10:13.979451

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'c1'
down_revision: Union[str, Sequence[str], None] = (
    'b1',  # left
    'b2',
)
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
