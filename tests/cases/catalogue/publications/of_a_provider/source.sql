CREATE PUBLICATION supabase_realtime_messages FOR TABLE realtime.messages;
