"""The gate of a plan as a DAG of Airflow: the three commands that any engine calls. The workers share /shared."""
from airflow import DAG
from airflow.operators.bash import BashOperator

SHARDS = 8
HERE = "--set '/shared/gonogo/{{ run_id }}' --plan /shared/plan.json"

with DAG("gonogo_gate", schedule=None, catchup=False) as dag:
    plan = BashOperator(task_id="plan", bash_command=f"gonogo shard plan gate --shards {SHARDS} {HERE}")
    shards = [
        BashOperator(
            task_id=f"shard_{shard}",
            bash_command=f"gonogo shard run --quiet --shard {shard} {HERE}",
            retries=2,  # a shard that was lost runs again, into a folder of its own
        )
        for shard in range(1, SHARDS + 1)
    ]
    # Also if a shard failed: the merge says which.
    merge = BashOperator(task_id="merge", bash_command=f"gonogo shard merge {HERE}", trigger_rule="all_done")
    plan >> shards >> merge
