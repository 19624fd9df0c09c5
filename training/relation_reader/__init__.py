"""The relation reader's training: examples from the corpus, the network, its training and its export."""
