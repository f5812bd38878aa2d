"""audit

Revision ID: d1
Revises: 
Create Date: 2026-11-26 02:10:15.154580

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'd1'
down_revision = None
branch_labels = ('audit',)
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
