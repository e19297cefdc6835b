import Answerable
import CommandLineKit

print("foi")
