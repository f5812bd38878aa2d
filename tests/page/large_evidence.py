# Writes the evidence of a made-up run: large_evidence.py CASES FOLDER [SECONDS]. One case in 40 is
# red, with 20 findings. With SECONDS, writes as a run of that length does, and prints when each case
# was written.
import fcntl
import hashlib
import json
import sys
import time

count, folder = int(sys.argv[1]), sys.argv[2]
pause = float(sys.argv[3]) / count if len(sys.argv) > 3 else 0
declared, lines = [], []
for number in range(count):
    subject = f"public.table_{number}"
    declared.append({"check": "columns", "subject": subject, "phase": "gate", "severity": "required"})
    red = number % 40 == 0
    findings = [{"subject": f"{subject}.column_{column}", "have": f"type: text of {number}.{column}",
                 "want": "type: character varying(255)", "severity": "required"}
                for column in range(20 if red else 0)]
    lines.append({"type": "case", "check": "columns", "subject": subject, "severity": "required",
                  "status": "FAIL" if red else "PASS", "examined": 20, "findings": findings,
                  "notes": [], "started": "2026-02-21T21:41:07.000Z", "duration_ms": number % 90})
header = {"type": "run", "format": 2, "run": "20260221T214107Z-0001", "tool": "gonogo 0.1.0",
          "plan": "large", "plan_digest": "6d1f0c2a", "rehearsal": False, "strict": False,
          "phases": ["gate"], "checks": [], "started": "2026-02-21T21:41:07.000Z",
          "who": "op", "host": "mover", "servers": [],
          "declared": declared}
end = {"lines": 0, "sha256": ""}


def chained(line):
    """Returns the text of the next line, which carries its number and the digest of the line before."""
    text = json.dumps({"seq": end["lines"] + 1, "prev": end["sha256"], **line}) + "\n"
    end.update(lines=end["lines"] + 1, sha256=hashlib.sha256(text.encode()).hexdigest())
    return text


with open(f"{folder}/evidence.jsonl", "w", encoding="utf-8", buffering=1) as file:
    fcntl.lockf(file, fcntl.LOCK_EX)  # so does a run
    file.write(chained(header))
    began = time.time()
    for number, line in enumerate(lines):
        if pause:
            time.sleep(max(0, began + pause * (number + 1) - time.time()))
            print(f"{line['check']}.{line['subject']} {time.time() * 1000:.0f}", flush=True)
        file.write(chained(line))
with open(f"{folder}/verdict.json", "w", encoding="utf-8") as file:
    json.dump({"run": header["run"], "text": "NO-GO", "finished": "2026-02-21T21:42:07.000Z",
               "chain": end}, file)
