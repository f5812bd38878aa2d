"""needs_audit

Revision ID: e1
Revises: c1
Create Date: 2026-11-26 02:10:16.206064

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'e1'
down_revision = 'c1'
branch_labels = None
depends_on = 'd1'


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
