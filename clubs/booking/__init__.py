"""Booking rooms: free ones, having one, losing one."""
