from django.contrib.postgres.operations import AddIndexConcurrently

class Migration(migrations.Migration):
    operations = [
        AddIndexConcurrently("thing", models.Index(fields=["name"], name="i")),
    ]
