// n8n-core logs through its own logger; tests read outcomes, not logs.
process.env.N8N_LOG_LEVEL = 'silent';
process.env.NODE_ENV = 'production';
