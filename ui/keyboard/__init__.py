"""Our own on-screen keyboards: layouts as plain values, and one widget that draws any of them."""
