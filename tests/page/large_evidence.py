# Writes the evidence of a made-up run: large_evidence.py CASES FOLDER. One case in 40 is red, with 20
# findings.
import json
import sys

count, folder = int(sys.argv[1]), sys.argv[2]
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
header = {"type": "run", "format": 1, "run": "20260221T214107Z-0001", "tool": "gonogo 0.1.0",
          "plan": "large", "plan_digest": "6d1f0c2a", "rehearsal": False, "strict": False,
          "phases": ["gate"], "checks": [], "started": "2026-02-21T21:41:07.000Z", "servers": [],
          "declared": declared}
with open(f"{folder}/evidence.jsonl", "w", encoding="utf-8") as file:
    for line in [header] + lines:
        file.write(json.dumps(line) + "\n")
with open(f"{folder}/verdict.json", "w", encoding="utf-8") as file:
    json.dump({"run": header["run"], "text": "NO-GO", "finished": "2026-02-21T21:42:07.000Z"}, file)
