"""left

Revision ID: b1
Revises: a1
Create Date: 2026-11-26 02:10:12.326653

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'b1'
down_revision = 'a1'
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
