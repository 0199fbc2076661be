// Stands before qpdf's headers where fuzzing builds them, and takes the place of <qpdf/JSON.hh>: clang 14 does not compile the classes in it with the
// constexpr vector of libstdc++ 12 (it wants JSON complete inside JSON). We use none of them.
#define JSON_HH
class JSON;
