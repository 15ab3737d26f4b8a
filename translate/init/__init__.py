"""What `init` finds in a folder, and the settings that it writes for it."""
