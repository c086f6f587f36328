"""The slip printer: a slip becomes a picture, the picture becomes ESC/POS bytes, a worker sends them."""
