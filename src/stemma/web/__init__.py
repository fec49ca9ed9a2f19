"""The report as a live app: `stemma serve CASE`. It shows rows and decides nothing."""
