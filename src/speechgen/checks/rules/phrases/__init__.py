"""Set phrases, and phrases that a speech says in two ways."""
