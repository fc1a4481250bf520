"""`frameworks blend explain`: where a part of a blend comes from."""
