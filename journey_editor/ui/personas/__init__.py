"""The window of personas: their list, and each as the card that is printed, on which everything is written in place."""
