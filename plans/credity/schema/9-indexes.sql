-- Indexes that the services can start without.

CREATE INDEX users_tenant_id_idx ON issuer.users (tenant_id);
CREATE INDEX api_keys_tenant_id_idx ON issuer.api_keys (tenant_id);
CREATE INDEX issuers_tenant_id_idx ON issuer.issuers (tenant_id);
CREATE INDEX templates_tags_idx ON issuer.templates USING gin (tags);
CREATE INDEX credentials_issuer_id_idx ON issuer.credentials (issuer_id, issued_on DESC);
CREATE INDEX credentials_template_id_idx ON issuer.credentials (template_id);
CREATE INDEX credentials_recipient_email_idx ON issuer.credentials (lower(recipient_email));
CREATE INDEX credentials_revoked_at_idx ON issuer.credentials (revoked_at)
  WHERE revoked_at IS NOT NULL;
CREATE INDEX reputation_events_subject_did_idx
  ON issuer.reputation_events (subject_did, occurred_at);
CREATE INDEX reputation_share_grants_score_idx
  ON issuer.reputation_share_grants (reputation_score_id);
CREATE INDEX consent_grants_subject_did_idx ON issuer.consent_grants (subject_did);
CREATE INDEX students_status_idx ON issuer.students (tenant_id, status);
CREATE UNIQUE INDEX team_members_one_owner_idx ON issuer.team_members (tenant_id)
  WHERE role = 'owner';
CREATE INDEX verification_logs_credential_id_idx ON issuer.verification_logs (credential_id);
CREATE INDEX verification_logs_verified_at_idx ON issuer.verification_logs USING brin (verified_at);
CREATE INDEX activity_logs_tenant_id_idx ON issuer.activity_logs (tenant_id, occurred_at);

CREATE UNIQUE INDEX users_email_lower_idx ON wallet.users (lower(email));
CREATE INDEX credentials_user_id_idx ON wallet.credentials (user_id) INCLUDE (kind, received_at);
CREATE INDEX credentials_claims_idx ON wallet.credentials USING gin (claims jsonb_path_ops);
CREATE INDEX activities_user_id_idx ON wallet.activities (user_id, occurred_at DESC);
CREATE INDEX otp_codes_open_idx ON wallet.otp_codes (user_id, expires_at)
  WHERE consumed_at IS NULL;
CREATE INDEX claims_user_id_idx ON wallet.claims (user_id);
CREATE UNIQUE INDEX subscriptions_one_active_idx ON wallet.subscriptions (user_id)
  WHERE status = 'active';
CREATE INDEX reputation_events_user_id_idx ON wallet.reputation_events (user_id, occurred_at);
CREATE INDEX reputation_scores_total_idx ON wallet.reputation_scores (total DESC);

CREATE INDEX users_company_idx ON recruiter.users (company);

CREATE INDEX credverse_state_store_updated_at_idx ON public.credverse_state_store (updated_at);
