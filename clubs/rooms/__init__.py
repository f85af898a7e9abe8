"""The school's rooms: the list, taking one back, saying yes to who asks for one."""
