TWIG = "twig"
