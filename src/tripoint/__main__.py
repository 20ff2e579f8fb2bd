"""`python -m tripoint` is `tripoint`, where its folder of programs is not on the path."""

from tripoint.cli.main import main

if __name__ == "__main__":
    main()
