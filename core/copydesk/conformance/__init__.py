"""What every plugin must pass: named checks over case folders, for people, CI and pytest alike."""
