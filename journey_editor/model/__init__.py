"""What a journey is, as frozen values. Nothing in this room knows Qt, files, or layout; it imports nothing of ours."""
