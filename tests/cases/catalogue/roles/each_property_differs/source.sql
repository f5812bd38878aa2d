ALTER DATABASE gate_case SET app.secret = 'hunter2';
