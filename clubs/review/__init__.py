"""The one review machinery: new clubs, changes of a page and events are decided alike."""
